/**
 * Removes documents that no submission uses, some time after their upload or last check for a draft. They are deleted
 * in the same way as by their owners.
 */
@NullMarked
package io.zizhi.document.retention;

import org.jspecify.annotations.NullMarked;
