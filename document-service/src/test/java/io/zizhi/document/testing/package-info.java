/**
 * Shared fixtures of document-service's component tests: a client, a scripted review-service, and a connection that can
 * be cut.
 */
@NullMarked
package io.zizhi.document.testing;

import org.jspecify.annotations.NullMarked;
