/**
 * Anchors: signed records of chain heads outside the database. Each names its predecessor by hash, so none can be
 * removed or replaced unnoticed.
 */
@NullMarked
package io.zizhi.platform.operations.audit.anchor;

import org.jspecify.annotations.NullMarked;
