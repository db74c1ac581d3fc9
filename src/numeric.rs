//! Numerical methods: roots, quadrature, interpolation.
