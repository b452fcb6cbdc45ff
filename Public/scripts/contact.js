// The contact page with JavaScript: what is open now, the checklists as forms, the message they make, and the requests
// that the reader remembers. Without it the page says the same, less conveniently.

import { startCards } from "./contact/cards.js";
import { startTopics } from "./contact/chooser.js";
import { startRequests } from "./contact/followup.js";
import { createPage } from "./contact/page.js";

const page = createPage(JSON.parse(document.getElementById("gp-data").textContent));
startCards(page);
startRequests(page);
startTopics(page);
