start-greeting = I read the market news, fold the reports on one event into one story, and keep one live card of it here.
    Tell me what you want to see with /subscribe, or take one of these. /help lists everything. News, not advice.

help-title = Commands
help-command = Command
help-option = Option
help-does = What it does
help-filters = A filter is written as terms: btc or bitcoin (asset), #etf (topic), @tier1 or an outlet such as @coindesk, negative, sentiment<-0.4, importance>=60, outlets>=2, lang:en, "a phrase" or any word. Terms of one kind are alternatives, different kinds must all hold, -term excludes.
help-footer = /help and a command's name tell more about it.

latest-all = everything
latest-title = Latest: { $filter }
latest-none = No story yet for: { $filter }.
latest-no-more = No more stories for: { $filter }.

search-title = Found for “{ $text }”
search-none = No story has the words “{ $text }”. Try fewer or other words.

story-unknown = There is no story { $id }. Its number stands at the foot of its card.

mute-done = Muted: { $title }. Its card stays as it is.
mute-unknown = There is no card of story { $id } in this chat.

subscribe-done = Subscription { $number } is on
subscribe-filter = { $filter }
subscribe-caps = At most { $hour } cards an hour and { $day } a day; what is over goes into one summary card.
subscribe-preview = Last 7 days
subscribe-undo = Undo
subscribe-already = This chat has that already: it is subscription { $number }.
subscribe-too-many = This chat has { $max } subscriptions, the most there can be. End one first: /subscriptions shows them.

subscriptions-none = No subscriptions yet. Try /subscribe btc negative, or /start for more to choose from.
subscriptions-title = { $count ->
    [one] { $count } subscription
   *[other] { $count } subscriptions
}
subscriptions-paused = Paused: no new cards until /resume.
subscriptions-number = No.
subscriptions-filter = Stories on
subscriptions-written = Written as
subscriptions-end = End { $number }

unsubscribe-done = Ended subscription { $number }: { $filter }. Cards that are here stay, and still change.
unsubscribe-undo = Undo
unsubscribe-unknown = There is no subscription { $number } in this chat. /subscriptions shows them.

pause-done = Paused: no cards here until /resume. What happens meanwhile is not sent later; /latest shows it.
pause-done-for = Paused for { $duration }. What happens meanwhile is not sent later; /latest shows it.
pause-resume = Resume
resume-done = On again.
resume-not-paused = This chat is not paused.
resume-latest = What did I miss?

preview-title = { $count ->
    [one] { $count } card in 7 days: { $filter }
   *[other] { $count } cards in 7 days: { $filter }
}
preview-rate = That is { NUMBER($perDay, maximumFractionDigits: 1) } a day. The most important of them:
preview-none = Nothing would have come. Leave a term out, or widen a threshold.
preview-day = Day (UTC)
preview-count = Cards
preview-date = { DAY($date) }
preview-subscribe = Subscribe

status-well = All is well
status-trouble = Not all is well
status-what = What
status-value = Now
status-feeds = Feeds
status-feeds-value = { $ok } of { $total } work, { $failing } failing
status-articles = Articles today
status-unread = Articles waiting for the newsroom
status-stories = Stories today
status-waiting = Deliveries waiting
status-stage = { $stage }: { $trouble }
status-feed-error = { $feed }: { $error } ({ $failures ->
    [one] once
   *[other] { $failures } times in a row
})
