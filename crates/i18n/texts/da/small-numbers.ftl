# Små tal: hvad en analytiker ikke ser, og hvorfor.
small-numbers-hidden = Vises ikke
small-numbers-note = { $mark } står i stedet for et tal, der ikke vises: antal fra 1 til { $most-n } personer, og tal, som de kunne regnes ud af. Det beskytter de borgere, der er få af.
small-numbers-chart = Der er så få forløb, at tallene ikke vises.
small-numbers-corps = Så få borgere har haft forløb hos enheden det år, at tallene ikke vises. Vælg en anden enhed eller et andet år.
