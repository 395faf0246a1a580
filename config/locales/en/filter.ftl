# What is wrong with a filter, and what to write instead.
filter-problem-empty = The filter is empty. Write what you want to hear about, such as btc, #etf, @tier1 or "forced deleveraging".
filter-problem-too-long = A filter has at most { $max } characters; written out, this one has { $length }.
filter-problem-too-many = A filter has at most { $max } terms; this one has { $count }.
filter-problem-unclosed-quote = This quote is never closed. Put the same mark behind the last word of the phrase.
filter-problem-minus = A minus excludes only what stands right behind it: write -{ $example }.
filter-problem-not = “not” does not exclude: write -{ $example }. To find the word itself, write "not".
filter-problem-no-words = There is no word in this. Write at least one letter or digit.
filter-problem-long-phrase = A phrase has at most { $max } words.
filter-problem-asset-missing = Behind $ comes an asset, such as $BTC.
filter-problem-asset = “{ $name }” is no asset known here. To find it as a word, leave out the $.
filter-problem-asset-guess = “{ $name }” is no asset known here; did you mean { $guess } (${ $symbol })?
filter-problem-topic-missing = Behind # comes a topic, such as #etf.
filter-problem-topic = “{ $name }” is no topic. The topics are { $topics }.
filter-problem-topic-guess = “{ $name }” is no topic; did you mean #{ $guess }?
filter-problem-outlet-missing = Behind @ comes an outlet, such as @bloomberg, or @tier1 to @tier4.
filter-problem-outlet = “{ $name }” is no outlet known here.
filter-problem-outlet-guess = “{ $name }” is no outlet known here; did you mean @{ $guess }?
filter-problem-tier = Tiers go from @tier1 (wires and papers of record) to @tier4 (anyone).
filter-problem-language-missing = Behind lang: comes a language code, such as lang:en.
filter-problem-language = “{ $name }” is no language. Write its two-letter code, such as lang:en.
filter-problem-operator = Compare with <, <=, > or >=, such as { $measure }>={ $value }.
filter-problem-range-sentiment = Sentiment is a number from -1 to 1, such as sentiment<-0.4.
filter-problem-range-importance = Importance is a number from 0 to 100, such as importance>=60.
filter-problem-range-outlets = Outlets are counted in whole numbers from 1 to 1000, such as outlets>=2.
filter-problem-measure-missing = Left of the comparison stands sentiment, importance or outlets, such as importance>=60.
filter-problem-measure = “{ $name }” cannot be compared; only sentiment, importance and outlets can.
filter-problem-measure-guess = “{ $name }” cannot be compared; did you mean { $guess }?
filter-problem-contradiction = { $term } is both wanted and excluded. Leave out one of the two.
filter-problem-impossible = No story can satisfy this limit on { $measure }. Loosen it, or leave it out.

# How something was read that may have been meant differently.
filter-note-guess = the word “{ $word }”; did you mean { $guess }?
filter-note-asset-word = “{ $word }” is read as the asset { $symbol }; for the word, write it in quotes.
filter-note-measure = the word “{ $word }”; for a limit, compare it with a number, such as { $measure ->
    [sentiment] sentiment<-0.4
    [importance] importance>=60
   *[outlets] outlets>=2
  }.
filter-note-connector = “and” and “or” are not needed: terms of one kind are alternatives, different kinds must all hold.
filter-note-brackets = Brackets are ignored: terms of one kind are alternatives, different kinds must all hold.
filter-guess-asset = the asset { $name }
filter-guess-topic = the topic #{ $topic }
filter-guess-outlet = the outlet @{ $outlet }

# A filter in plain words: parts joined by filter-and.
filter-and = { $left }; { $right }
filter-or = { $left } or { $right }
filter-both = { $left } and { $right }
filter-not = not { $what }
filter-topics = about { $topics }
filter-topic = { $topic ->
    [etf] ETFs
    [rates] interest rates
    [hack] hacks
    [exchanges] exchanges
    [listings] token listings
    [whales] whales
    [legal] lawsuits
    [defi] DeFi
    [price-prediction] price predictions
    [opinion] opinions
    [sponsored] sponsored texts
   *[other] { $topic }
  }
filter-sources = reported by { $sources }
filter-ignoring = ignoring { $sources }
filter-tier = { $tier ->
    [1] an outlet of tier 1
    [4] an outlet of any tier
   *[other] an outlet of tier { $tier } or better
  }
filter-ignored-tier = outlets of tier { $tier }
filter-label = { $label ->
    [negative] negative
    [positive] positive
   *[neutral] neutral
  }
filter-tone = { $labels }, { $limits }
filter-sentiment = sentiment { $limits }
filter-importance = importance { $limits }
filter-limit = { $comparison ->
    [below] below
    [at-most] at most
    [above] above
   *[at-least] at least
  } { NUMBER($value, maximumFractionDigits: 4) }
filter-outlets = reported by { $limits }
filter-outlets-limit = { $comparison ->
    [below] fewer than
    [at-most] at most
    [above] more than
   *[at-least] at least
  } { $count ->
    [1] one outlet
    [2] two outlets
    [3] three outlets
    [4] four outlets
    [5] five outlets
    [one] { $count } outlet
   *[other] { $count } outlets
  }
filter-language = in { $code ->
    [ar] Arabic
    [de] German
    [en] English
    [es] Spanish
    [fr] French
    [hi] Hindi
    [id] Indonesian
    [it] Italian
    [ja] Japanese
    [ko] Korean
    [nl] Dutch
    [pl] Polish
    [pt] Portuguese
    [ru] Russian
    [tr] Turkish
    [uk] Ukrainian
    [vi] Vietnamese
    [zh] Chinese
    [und] an unknown language
   *[other] { $name }
  }
filter-word = the word “{ $word }”
filter-phrase = the phrase “{ $phrase }”
filter-with = with { $words }
