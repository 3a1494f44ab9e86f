# Sider, der vises, når noget ikke går.
error-back-to-today = Gå til I dag
error-bad-request-title = Vi forstod ikke det, du sendte
error-bad-request-text = Siden kan have været åben for længe. Gå tilbage, indlæs siden igen, og prøv en gang til.
error-forbidden-title = Det har du ikke adgang til
error-forbidden-text = Tal med din leder eller koordinator, hvis du skal bruge adgangen i dit arbejde.
error-not-found-title = Siden findes ikke
error-not-found-text = Adressen kan være forkert, eller også har du ikke adgang til det, den viser.
error-conflict-title = En anden har ændret det samme
error-conflict-text = Dine ændringer er ikke gemt. Se, hvad der står nu, og skriv dine ændringer igen, hvis de stadig skal med.
error-too-large-title = Det fylder for meget
error-too-large-text = Send mindre ad gangen.
error-internal-title = Noget gik galt hos os
error-internal-text = Det er ikke din skyld. Prøv igen om lidt. Bliver det ved, så giv din it-afdeling dette nummer: { $reference }
error-unavailable-title = Lods er optaget lige nu
error-unavailable-text = Der er ikke gået noget tabt. Vent et øjeblik, og prøv igen.
error-summary-link = Gå til feltet
