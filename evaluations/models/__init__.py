"""An application from draft to decision: what was handed in and sealed, screening, document review, decision, announcement."""
