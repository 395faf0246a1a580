feed-error-not-a-feed = There is something at this address, but no feed.
feed-error-html-page = This address is a web page, not a feed.
feed-error-too-large = The feed is larger than any that can be read.
feed-error-too-deep = The feed is nested more deeply than any that can be read.
feed-error-cut-off = The feed breaks off before its first item is whole.
feed-error-empty = The answer is empty.
feed-error-too-slow = Reading the feed takes too long.

feeds-no-address = “{ $text }” is no web address. Write it like coindesk.com or https://example.com/feed.
feeds-unreachable = The address cannot be read: { $reason }. Check it for a typing mistake; if it opens in your browser, try again later.
feeds-forbidden = The server does not let bots read this address (HTTP { $status }). Look on the site for a link called RSS or Feed, and add that.
feeds-status = The server answers with an error (HTTP { $status }). Check the address for a typing mistake.
feeds-none-behind = That is a web page, and I found no feed behind it. Look on the site for a link called RSS or Feed, and add that.
feeds-known = This chat gets that feed already: see /feeds.
feeds-full = This chat has { $max } feeds of its own, which is as many as one may have. Remove one with /feeds remove.
feeds-preview-title = Add { $title }?
feeds-preview-address = { $url }
feeds-preview-newest = { $count ->
    [0] It shows nothing at the moment.
    [one] This is what it shows:
   *[other] The newest of its { $count } articles:
}
feeds-preview-scope = { $scope ->
    [public] It goes to the catalogue, for every chat.
   *[chat] Its stories are for this chat alone.
}
feeds-add = Add this feed
feeds-offer-gone = That offer has run out. Send /feeds add with the address again.
feeds-added = { $title } is added. Its stories come here when they fit one of this chat’s subscriptions; @{ $outlet } in a filter means this feed.
feeds-subscribe = All of its stories
feeds-removed = { $title } is removed. What it brought stays.
feeds-undo = Add it again
feeds-paused = { $title } is paused: it is not read until /feeds resume { $number }.
feeds-resumed = { $title } is read again.
feeds-resume = Resume
feeds-unknown = This chat has no feed number { $number }. See /feeds for the numbers.
feeds-not-yours = { $title } belongs to the catalogue of this bot: only its operators change it.
feeds-in-file = { $title } stands in the operator’s file: take it out there, or pause it here.
feeds-none = There is no feed yet. Add one with /feeds add and the address of a site, such as /feeds add coindesk.com.
feeds-title = { $count ->
    [one] { $count } feed
   *[other] { $count } feeds
}
feeds-title-own = Feeds: { $own } of this chat, { $count } in all
feeds-number = No.
feeds-name = Feed
feeds-health = How it is
feeds-own-name = { $name } (yours)
feeds-calls = { $health }; { $calls } of { $allowance } calls this month
feeds-footer = /feeds add URL · /feeds remove, pause or resume with the number
feeds-import = Import OPML
feeds-export = Export OPML
feeds-imported = { $added ->
    [0] No feed was added.
    [one] { $added } feed is added; it is read within minutes.
   *[other] { $added } feeds are added; they are read within minutes.
}
feeds-import-known = { $count ->
    [one] { $count } was here already.
   *[other] { $count } were here already.
}
feeds-import-unusable = { $count ->
    [one] { $count } has no web address.
   *[other] { $count } have no web address.
}
feeds-import-full = { $count ->
    [one] { $count } is too many: a chat may have { $max } feeds of its own.
   *[other] { $count } are too many: a chat may have { $max } feeds of its own.
}
feeds-import-see = See /feeds for how they are.
feeds-no-opml = { $name } is no OPML list. Export one from your feed reader, and send that.
feeds-exported = { $count ->
    [one] { $count } feed, as an OPML list that every feed reader takes.
   *[other] { $count } feeds, as an OPML list that every feed reader takes.
}
feeds-export-none = This chat has no feeds of its own to export.

feed-health-new = not read yet
feed-health-paused = paused
feed-health-retired = gone for good, says its server
feed-health-given-up = { $error }, since { DAY($since) }; tried once a week
feed-health-failing-long = { $error }, since { DAY($since) }; next try in { DURATION($next) }
feed-health-failing = { $error }, for { DURATION($for) }; next try in { DURATION($next) }
feed-health-ok = { DURATION($ago) } ago, { $articles ->
    [0] no articles today
    [one] { $articles } article today
   *[other] { $articles } articles today
}
feed-notice-title = { $title } cannot be read any more
feed-notice-given-up = { $error }, since { DAY($since) }. From now on it is tried once a week; /feeds remove { $number } ends that.
feed-notice-retired = Its server says that it is gone for good, so it is not read any more.

check-progress = { $checked } of { $count } feeds …
check-ms = { $ms } ms
check-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
check-newest = the newest { DURATION($age) } old
check-sum = { $working ->
    [one] { $working } of { $count } feeds works from here.
   *[other] { $working } of { $count } feeds work from here.
}
