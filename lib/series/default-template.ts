/**
 * The template that a series begins with: a community's call in which teams report. Hints are comments, so that what nobody
 * fills in is not shown in the call.
 */
export const defaultTemplate = `---
title: "{{title}}"
type: slide
slideOptions:
  theme: white
  transition: none
---

<!-- This is the template of your call: each new call begins as a copy of it, with its title and date filled in. Lines in comments like this one are never shown. -->

# {{title}}

## {{date}}

---

# Welcome

<!-- Who presents today? Who is here for the first time? -->

- New here? Say hello, by voice or in the chat.
- The agenda follows the sections of this deck, one team after the other.

---

# Team One

<!-- Give each team its name here. Three to five points are enough: what is done, what comes next, where help is wanted. -->

----

## Team One – next steps

<!-- More slides for the same team go below, with four hyphens between them. Delete those you do not need. -->

---

# Team Two

<!-- What is done, what comes next, where help is wanted. -->

---

# Team Three

<!-- What is done, what comes next, where help is wanted. -->

---

# Events

<!-- What is coming up: date, place, link. Take out what is over. -->

---

# Announcements

<!-- Anything that everybody should know before the call ends. -->

---

# Thank you

See you at the next call. The record of this one is in the archive as soon as it has ended.
`;
