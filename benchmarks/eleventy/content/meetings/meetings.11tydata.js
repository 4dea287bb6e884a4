export default {
  layout: "meeting.njk",
  tags: "meetings",
  permalink: (data) => `/vergaderingen/${data.id}/`,
};
