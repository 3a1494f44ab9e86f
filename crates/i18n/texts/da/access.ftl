# Log ind, roller og adgang.
sign-in-title = Log ind
sign-in-heading = Log ind i Lods
sign-in-name = Brugernavn
sign-in-password = Adgangskode
sign-in-submit = Log ind
sign-in-wrong = Brugernavnet eller adgangskoden er forkert. Prøv igen.
sign-in-too-many = { $n ->
    [one] Der har været for mange forsøg. Vent et minut, og prøv igen.
   *[other] Der har været for mange forsøg. Vent { $n } minutter, og prøv igen.
}
sign-in-session-ended = Du er blevet logget ud, fordi der er gået noget tid. Log ind igen for at fortsætte.
sign-in-signed-out = Du er logget ud.
sign-in-demo-heading = Prøv Lods
sign-in-demo-text = Her er alt opdigtet: borgere, medarbejdere, forløb og beløb. Vælg en bruger i tabellen, og log ind.
sign-in-demo-password = Adgangskoden er { $password } for alle brugerne.
sign-in-demo-caption = Brugere i demonstrationen
sign-in-demo-column-municipality = Kommune
sign-in-demo-column-name = Brugernavn
sign-in-demo-column-role = Rolle
sign-in-demo-column-sees = Kan se

role-caseworker = Sagsbehandler
role-mentor = Mentor
role-coordinator = Koordinator
role-leader = Leder
role-controller = Controller
role-analyst = Analytiker
role-sees-all = Alle forløb
role-sees-own = Egne forløb

denied-read-courses = Din rolle giver ikke adgang til at se forløb.
denied-register-session = Din rolle giver ikke adgang til at registrere sessioner.
denied-read-figures = Din rolle giver ikke adgang til at se tal.
denied-import = Din rolle giver ikke adgang til at indlæse data.
denied-export = Din rolle giver ikke adgang til at hente data ud.
denied-manage-users = Din rolle giver ikke adgang til at styre brugere.
