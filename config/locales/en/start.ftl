start-port-in-use = Port { $port } on { $host } is taken by another program, perhaps by a Bellwether that is still running. Stop that one, or set HTTP_PORT to a free port.
start-port-denied = The system does not let this user open port { $port } on { $host }. Set HTTP_PORT to a port of 1024 or higher.
start-host-unknown = This machine has no network address { $host }. Set HTTP_HOST to 127.0.0.1 for this machine alone, or to 0.0.0.0 for every network it is in.

start-export-usage = Say how and where to: "npm run export -- --format markdown --out DIR", or --format jsonl.
start-exported = { $count ->
    [one] { $count } story
   *[other] { $count } stories
  } written to { $folder }
start-import-usage = Say from where: "npm run import -- --from DIR/stories.jsonl", as "npm run export -- --format jsonl" wrote it.
start-import-line = Line { $line } of { $file } is no story that "npm run export -- --format jsonl" wrote. The lines before it are stored.
start-import-file = Cannot read { $file }. Name the stories.jsonl that "npm run export -- --format jsonl" wrote.
start-imported = { $stored ->
    [one] { $stored } story
   *[other] { $stored } stories
  } stored, { $known } known already
start-usage = I do not know “{ $words }”. Use "npm start", "npm run feeds -- check", "npm run export", "npm run import", or "npm run demo" with "-- --exit" to run it through.
start-store-url = DATABASE_URL must be sqlite: and a path, such as sqlite:data/bellwether.db.
start-newer-database = The database was written by a newer Bellwether (schema { $found }, this one knows { $known }). Start the newer program, or point DATABASE_URL at another file.
start-second-instance = Another Bellwether is running on { $path }. Stop that one first, or point DATABASE_URL at another file.
start-store-read-only = Cannot write to { $path }. Make the file and its folder writable for this user, or point DATABASE_URL at another place.
start-discord-token = Discord does not accept DISCORD_TOKEN. Copy it anew from discord.com/developers: your application, Bot, Reset Token.
start-telegram-token = Telegram does not accept TELEGRAM_TOKEN. Copy it anew from @BotFather: /mybots, your bot, API Token.
start-disk-full = The disk that holds { $path } is full. Free some space and start again; nothing that was stored is lost.
start-store-io = The disk that holds { $path } reports an error. Check it, then start again.
start-not-a-database = { $path } is not a Bellwether database, or it is damaged. Put a backup in its place, or point DATABASE_URL at another file.

start-demo = Bellwether demo: a scripted news week around a market crash, on this machine alone.

    Look at  { $url }

    Last week's news is read silently; today's begins in a few seconds and takes half a minute.
    Cards appear and change on the page. Type /preview btc negative, /latest #etf or /help there.
    Stop with Ctrl+C.
