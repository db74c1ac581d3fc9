//! Names of the choices in scenario files.
