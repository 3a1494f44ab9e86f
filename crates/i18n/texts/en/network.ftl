# The map of the young person's network.
network-link = See the map of the network
network-title = Network of case { $case }
network-heading = Map of the network
network-add = Put a person on the map
network-empty = Nobody is on the map yet. Draw it together with the young person.
network-drawing = The network as a drawing
network-drawing-title = Map of the network
network-drawing-lead = The dot in the middle is the young person. The inner ring is near, the middle ring is in between, and the outer ring is further away. The numbers are those of the table.
network-desc-count = { $count ->
    [one] 1 person is on the map.
   *[other] { $count } persons are on the map.
}
network-desc-person = { $number }: { $who }, { $closeness }, the tie is { $tie }.
network-table = The network as a table
network-caption = Persons of the network
network-column-number = No.
network-column-who = Who
network-column-relation = Relation
network-column-closeness = How near
network-column-tie = Tie
network-column-helps = Can help with
network-column-involvement = Takes part like this
network-column-agreed = Agreed with the young person
network-unnamed = Without a name
network-agreed-yes = Yes
network-agreed-no = No
network-agreed-missing = No – agree on it first
network-take-back = Take back
network-take-back-whom = Take no. { $number } back
network-lacking-count = { $count ->
    [one] 1 person takes part without the young person having agreed. Talk with the young person first.
   *[other] { $count } persons take part without the young person having agreed. Talk with the young person first.
}
network-rule = How family and network take part
network-rule-clarify = The mentor and the young person find out together who takes part, how and how much.
network-rule-known = Nobody is told anything that the young person does not know of.
network-rule-weekly = Weekly news are given only when the young person has said yes.
network-rule-careful = Some families can do much, others little. Where the tie is part of what is hard, we take care of that.
