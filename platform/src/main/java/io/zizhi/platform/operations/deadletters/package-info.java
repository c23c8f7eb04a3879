/** Records that could not be read: shown masked, read again from the bytes that came, given up by two. */
@NullMarked
package io.zizhi.platform.operations.deadletters;

import org.jspecify.annotations.NullMarked;
