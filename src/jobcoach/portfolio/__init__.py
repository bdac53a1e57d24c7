"""Reviews of portfolio repositories: source, inventory, facts, rules, and what a model adds."""
