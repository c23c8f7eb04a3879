/**
 * Completes the OpenAPI documents with information that the endpoints' signatures do not contain. This package runs
 * only while a service is built. The service serves the finished document.
 */
@NullMarked
package io.zizhi.platform.openapi;

import org.jspecify.annotations.NullMarked;
