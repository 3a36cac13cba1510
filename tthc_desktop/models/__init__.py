"""What an office knows: frozen values and pure functions over them."""
