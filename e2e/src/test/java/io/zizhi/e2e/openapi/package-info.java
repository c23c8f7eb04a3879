/** What the services say of themselves in their OpenAPI documents, and whether an answer keeps to it. */
@NullMarked
package io.zizhi.e2e.openapi;

import org.jspecify.annotations.NullMarked;
