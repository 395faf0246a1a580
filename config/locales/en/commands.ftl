start-greeting = I read the market news, fold the reports on one event into one story, and keep one live card of it here.
    Tell me what you want to see with /subscribe, or take one of these. /help lists everything. News, not advice.

help-title = Commands
help-command = Command
help-does = What it does
help-footer = /help and a command's name tell more, such as /help subscribe, which explains filters.
help-managers = Only people who manage the chat may use it.
help-example = For example: { $example }
help-alternatives = Filters: of several assets, topics, outlets, tones or languages, one is enough. Words, phrases and limits must all hold.
help-write = Write
help-means = For
help-term-asset = an asset, by ticker or name
help-term-topic = a topic
help-term-outlet = who reports it: an outlet, or tier 2 and better
help-term-tone = the tone
help-term-limit = a limit
help-term-language = a language
help-term-words = a phrase, or a word
help-term-not = what it must not have

latest-title = Latest: { $filter }
latest-title-all = Latest stories
latest-none = No story fits yet: { $filter }. Try fewer terms, or /latest for all stories.
latest-none-all = No stories yet. They come as soon as the feeds have news; /status shows how the feeds do.
latest-no-more = There are no older stories.
latest-first-page = Newest

search-title = Found for “{ $text }”
search-some = No story has all of these words; these have some of them.
search-none = Nothing found for “{ $text }”. Try fewer or other words.

story-unknown = There is no story { $number }. A story's number stands at the foot of its card; /latest lists the newest.

mute-done = Muted: “{ $title }”. Its card stays as it is.
mute-unknown = There is no card of story { $number } in this chat. A story's number stands at the foot of its card.

subscribe-done = Subscription { $number } is on
subscribe-filter = { $filter }
subscribe-caps = A card comes with the next story that fits. At most { $hour } come an hour and { $day } a day; what is over goes into one summary card.
subscribe-preview = Last 7 days
subscribe-undo = Undo
subscribe-already = This chat has that already, as subscription { $number }. /unsubscribe { $number } ends it.
subscribe-too-many = This chat has { $max } subscriptions, the most there can be. End one first: /subscriptions shows them.

subscriptions-none = No subscriptions yet. Try /subscribe btc negative, or /start for more to choose from.
subscriptions-title = { $count ->
    [one] { $count } subscription
   *[other] { $count } subscriptions
}
subscriptions-number = No.
subscriptions-filter = Stories on
subscriptions-written = Written as
subscriptions-end = End { $number }
subscriptions-footer = /unsubscribe and its number end any other.

unsubscribe-done = Ended subscription { $number }: { $filter }. Cards that are here stay, and still change.
unsubscribe-undo = Undo
unsubscribe-unknown = There is no subscription { $number } in this chat. /subscriptions shows what there is.

pause-done = Paused: no new cards here until /resume. What happens meanwhile is not sent later; /latest shows it.
pause-done-for = Paused for { DURATION($ms) }: no new cards here. What happens meanwhile is not sent later; /latest shows it.
pause-resume = Resume
resume-done = On again: the next story that fits gets its card.
resume-not-paused = This chat is not paused: new cards come as they should.
resume-latest = What did I miss?

preview-title = { $count ->
    [0] No card in 7 days: { $filter }
    [one] { $count } card in 7 days: { $filter }
   *[other] { $count } cards in 7 days: { $filter }
}
preview-rate = That is about { NUMBER($perDay, maximumFractionDigits: 1) } a day.
preview-top = The { $count } most important stand below.
preview-none = Nothing would have come. Leave a term out, or loosen a limit.
preview-day = Day (UTC)
preview-count = Cards
preview-date = { DAY($date) }
preview-subscribe = Subscribe
preview-subscribed = This chat is subscribed to it, as subscription { $number }.

status-well = All is well
status-feeds-failing = { $count ->
    [one] { $count } feed fails; all else is well
   *[other] { $count } feeds fail; all else is well
}
status-trouble = Not all is well
status-what = What
status-value = Now
status-feeds = Feeds
status-feeds-value = { $ok } of { $total } work{ $failing ->
    [0] {""}
   *[other] , { $failing } failing
}{ $waiting ->
    [0] {""}
   *[other] , { $waiting } not asked yet
}
status-articles = Articles today (UTC)
status-unread = Articles still to be read
status-stories = Stories today (UTC)
status-waiting = Cards and changes still to be sent
status-gone = Chats out of reach
status-gone-chat = { $platform } { $chat }: { $reason }
status-parked = Cards of today that a platform refused
status-doubtful = Cards of today whose arrival was in doubt
status-stage = { $stage }: { $trouble }
status-feed-error = { $feed }: { $error } ({ $failures ->
    [one] once
   *[other] { $failures } times in a row
})
status-feeds-more = { $count ->
    [one] and { $count } more feed
   *[other] and { $count } more feeds
}

admin-pinned = Pinned: “{ $title }”.
admin-unpinned = No longer pinned: “{ $title }”.
admin-hidden = Hidden: “{ $title }” is not listed or delivered any more. Cards that are out stay as they are. /admin story { $number } show undoes it.
admin-shown = Shown again: “{ $title }”.
admin-corrected = Corrected: “{ $title }”. It stays so, whatever is read of it later. /admin story { $number } reset undoes it.
admin-reset = As it was read again: “{ $title }”.
admin-merged = Merged into story { $number }, “{ $title }”.
admin-merge-what = Say the number of the story to merge with, as in /admin story 17 merge 21.
admin-merge-same = These two are one story already.
admin-weight = A pin weighs a whole number from 1 to { $most }; the highest comes first.
admin-sentiment = A sentiment is positive, neutral or negative.
admin-assets = Say the assets, as in /admin story 17 assets BTC ETH.
admin-asset-unknown = “{ $name }” is no asset that I know. Say its symbol or name, such as BTC.
