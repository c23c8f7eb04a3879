/**
 * An annotation processor that keeps Javadoc: the interfaces of the suite are documented where they are written, and
 * nowhere else.
 */
@NullMarked
package io.zizhi.build.comments;

import org.jspecify.annotations.NullMarked;
