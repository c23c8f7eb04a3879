/**
 * An annotation processor that preserves Javadoc for the OpenAPI documents and the page of settings. The suite's
 * interfaces and settings are documented only in their source.
 */
@NullMarked
package io.zizhi.build.comments;

import org.jspecify.annotations.NullMarked;
