/** The operators' view of the encryption keys, and the jobs that replace them. */
@NullMarked
package io.zizhi.platform.operations.keys;

import org.jspecify.annotations.NullMarked;
