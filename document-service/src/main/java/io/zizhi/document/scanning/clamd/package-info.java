/**
 * {@link io.zizhi.document.scanning.MalwareScanner} by ClamAV's daemon. Each document has a connection of its own and
 * is sent by the command INSTREAM.
 */
@NullMarked
package io.zizhi.document.scanning.clamd;

import org.jspecify.annotations.NullMarked;
