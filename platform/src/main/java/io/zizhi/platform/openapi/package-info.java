/**
 * What the OpenAPI documents say beyond the signatures of the endpoints. Everything here runs while a service is built;
 * the finished document is served as it is.
 */
@NullMarked
package io.zizhi.platform.openapi;

import org.jspecify.annotations.NullMarked;
