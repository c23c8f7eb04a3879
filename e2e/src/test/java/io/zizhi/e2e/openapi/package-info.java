/** Reads the services' OpenAPI documents and compares responses with them. */
@NullMarked
package io.zizhi.e2e.openapi;

import org.jspecify.annotations.NullMarked;
