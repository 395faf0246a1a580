feed-error-not-a-feed = There is something at this address, but no feed.
feed-error-html-page = This address is a web page, not a feed.
feed-error-too-large = The feed is larger than any that can be read.
feed-error-too-deep = The feed is nested more deeply than any that can be read.
feed-error-cut-off = The feed breaks off before its first item is whole.
feed-error-empty = The answer is empty.
feed-error-too-slow = Reading the feed takes too long.
