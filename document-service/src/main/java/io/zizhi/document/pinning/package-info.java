/**
 * What a submitted revision relies on must stay: qualification-service asks whether documents can be used and pins
 * them for a revision; a pinned document is not deleted, neither by its owner nor by anybody else.
 */
@NullMarked
package io.zizhi.document.pinning;

import org.jspecify.annotations.NullMarked;
