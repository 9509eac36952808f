"""The ledger of forecasts: questions, who said what and when, how they came out, and what that earned."""
