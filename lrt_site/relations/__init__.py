"""All records together as tables: worked out from the model, so that nothing is left out of them."""
