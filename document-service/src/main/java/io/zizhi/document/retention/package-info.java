/**
 * Retention: ends the uses of documents by the class of their last state, and removes documents that no submission uses
 * any more. Nothing is removed under a legal hold. Each removal leaves evidence.
 */
@NullMarked
package io.zizhi.document.retention;

import org.jspecify.annotations.NullMarked;
