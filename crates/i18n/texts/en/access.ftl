# Signing in, roles and access.
sign-in-title = Sign in
sign-in-heading = Sign in to Lods
sign-in-name = User name
sign-in-password = Password
sign-in-submit = Sign in
sign-in-wrong = The user name or the password is wrong. Try again.
sign-in-too-many = { $n ->
    [one] There have been too many attempts. Wait a minute and try again.
   *[other] There have been too many attempts. Wait { $n } minutes and try again.
}
sign-in-session-ended = You were signed out because some time has passed. Sign in again to go on.
sign-in-signed-out = You are signed out.
sign-in-demo-heading = Try Lods
sign-in-demo-text = Everything here is made up: citizens, staff, courses and amounts. Pick a user in the table and sign in.
sign-in-demo-password = The password is { $password } for all the users.
sign-in-demo-caption = Users of the demonstration
sign-in-demo-column-municipality = Municipality
sign-in-demo-column-name = User name
sign-in-demo-column-role = Role
sign-in-demo-column-sees = Can see

role-caseworker = Caseworker
role-mentor = Mentor
role-coordinator = Coordinator
role-leader = Leader
role-controller = Controller
role-analyst = Analyst
role-sees-all = All courses
role-sees-own = Own courses

denied-read-courses = Your role does not let you see courses.
denied-register-session = Your role does not let you register sessions.
denied-read-figures = Your role does not let you see figures.
denied-import = Your role does not let you import data.
denied-export = Your role does not let you export data.
denied-manage-users = Your role does not let you manage users.
