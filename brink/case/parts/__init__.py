"""The sections of `case.yaml`, each as the shape it must have."""
