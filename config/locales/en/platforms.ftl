discord-permission-view = View Channel
discord-permission-send = Send Messages
discord-permission-threads = Send Messages in Threads
discord-permission-embed = Embed Links
discord-missing-permissions = I cannot post cards in that channel yet. Allow me there: { $permissions }. Then try again.
discord-no-channel = I do not see a channel { $channel } in this server. Pick one that I can see, or run the command in it.

telegram-no-chat = I do not find { $chat }. Add me to it as an administrator who may post, then try again.
telegram-not-yours = Only administrators of { $chat } may do that.
telegram-cannot-tell = I cannot see who administers this chat. Make me an administrator, then try again.
telegram-old-button = This button is too old to work. Ask anew with /latest.
telegram-ask-privately = Ask me that in a private chat.
telegram-too-fast = Too many questions at once here. Try again in a minute.
telegram-cannot-post = I may not post there yet. Make me an administrator who may post messages, then try again.
telegram-cannot-write = I may not write in this group yet. An administrator can allow it, then try again.
local-file-wanted = A file belongs to this command ({ $endings }).
local-choose-file = Choose a file
