chat-no-command = Type a command, such as /latest btc. /help lists them all.
chat-unknown-command = There is no command /{ $name }. /help lists them all.
chat-unknown-command-guess = There is no command /{ $name }. Did you mean /{ $guess }?
chat-managers-only = Only people who manage this chat may do that. Ask one of them.
chat-operators-only = Only the operators of this bot may do that.
chat-no-other = There is no other chat here: leave out what begins with “in”.
chat-elsewhere = In { $chat }:
chat-internal-error = That went wrong on our side, and nothing was changed. Please try again; if it stays so, tell the bot's operator this number: { $errorId }.
chat-too-many-words = I do not know what to do with “{ $words }”. Write it like { $example }.
chat-option-missing = Something is missing behind /{ $command }: { $takes }. For example: { $example }
chat-unknown-word = /{ $group } knows no “{ $word }”. It can: { $words }.
chat-file-missing = A file belongs to this command: attach it, and write { $example } with it.
chat-file-too-large = { $name } is too large: at most { $max } MB.
chat-file-gone = The file can no longer be had. Send it once more.
chat-text-too-long = That is too long: at most { $max } characters, and these are { $length }.
chat-filter-problem = { $term }: { $problem }
chat-filter-more = { $count ->
    [one] There is { $count } more problem.
   *[other] There are { $count } more problems.
}
chat-lines = { $first }
    { $rest }
chat-asset-unknown = I know no asset “{ $text }”. Write its ticker or name, such as btc or solana.
chat-asset-guess = I know no asset “{ $text }”. Did you mean { $name } ({ $symbol })?
chat-integer = “{ $text }” does not fit: { $name } is a whole number from { $min } to { $max }.
chat-number = “{ $text }” does not fit: a whole number belongs here, as in { $example }.
chat-choice = “{ $text }” does not fit: { $name } is one of { $choices }.
chat-duration = “{ $text }” is no length of time. Write it like 30m, 2h or 3d.
chat-note = Note: { $note }
chat-paused = New cards are paused here until /resume.
chat-paused-for = New cards are paused here for another { DURATION($ms) }; /resume ends that now.
chat-newer = Newer
chat-older = Older
