/** Legal holds: while one is active, nothing that it covers is removed, by nobody and by no rule. */
@NullMarked
package io.zizhi.document.storage.hold;

import org.jspecify.annotations.NullMarked;
