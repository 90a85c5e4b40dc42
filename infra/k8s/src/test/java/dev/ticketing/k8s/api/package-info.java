/**
 * The validation of the API server, as far as our manifests reach it: a schema does not detect pods that are refused
 * there.
 */
package dev.ticketing.k8s.api;
