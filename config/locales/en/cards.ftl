card-open = Open
card-more = More
card-mute = Mute this story
card-footer = Story { $id } · importance { $importance }/100 · news, not advice
card-notes = { $notes }
card-absorbed = The same event has another card here: what is new goes there.
card-untitled = (no title)
card-reported-by = Reported by
card-rest = and { $count } more
card-clock = { $time } UTC
card-day-clock = { DAY($at) }, { $time } UTC
card-as-of = As of
card-quote = “{ $sentence }”

card-sentiment-negative = negative { SCORE($score) }
card-sentiment-neutral = neutral { SCORE($score) }
card-sentiment-positive = positive { SCORE($score) }
card-sentiment-unknown = sentiment not read
card-outlets = { $count ->
    [one] { $count } outlet
   *[other] { $count } outlets
}

card-figure = Figure
card-value = Value
card-said-by = Said by
card-outlets-differ = outlets differ

card-amount = { AMOUNT($value, $unit) }
card-range = { AMOUNT($value, $unit) } – { AMOUNT($high, $unit) }
card-about = about { $amount }
card-over = over { $amount }
card-under = under { $amount }
card-up-to = up to { $amount }
card-nearly = nearly { $amount }
card-up = ▲ { $amount }
card-down = ▼ { $amount }
card-side-long = longs
card-side-short = shorts

card-window-day = { DAY($at) }
card-metric-of = { $label } · { $details }
card-metric-price = Price
card-metric-change = Change
card-metric-level = Level
card-metric-support = Support
card-metric-resistance = Resistance
card-metric-moving-average = Moving average
card-metric-liquidation = Liquidations
card-metric-flow = Flow
card-metric-open-interest = Open interest
card-metric-market-cap = Market cap
card-metric-volume = Volume
card-metric-loss = Loss
card-metric-paper-loss = Paper loss
card-metric-holding = Holding
card-metric-funding = Funding
card-metric-rate = Rate
card-metric-fine = Fine
card-metric-theft = Stolen
card-metric-cost = Cost
card-metric-cost-basis = Cost basis
card-metric-hashprice = Hashprice
card-metric-index = Index
card-metric-amount = Amount

digest-overflow-title = { $count ->
    [one] { $count } more story: { $filter }
   *[other] { $count } more stories: { $filter }
}
digest-overflow-footer = { $rest ->
    [0] {""}
    [one] And { $rest } smaller one.{" "}
   *[other] And { $rest } smaller ones.{" "}
}More than subscription { $number } may send card by card, so they stand here together. /preview shows what a narrower filter would send.
card-provider-sentiment = CoinDesk Data calls it { $words }
