/** Tests of the service as a whole. */
@NullMarked
package io.zizhi.document;

import org.jspecify.annotations.NullMarked;
