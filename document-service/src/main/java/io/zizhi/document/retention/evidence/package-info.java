/** Shows the evidence of removed documents to operators and auditors. */
@NullMarked
package io.zizhi.document.retention.evidence;

import org.jspecify.annotations.NullMarked;
