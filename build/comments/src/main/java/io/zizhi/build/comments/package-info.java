/**
 * An annotation processor that preserves Javadoc for the OpenAPI documents. The suite's interfaces are documented only
 * in their source.
 */
@NullMarked
package io.zizhi.build.comments;

import org.jspecify.annotations.NullMarked;
