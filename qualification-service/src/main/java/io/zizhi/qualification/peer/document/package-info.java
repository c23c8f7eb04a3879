/** The client of document-service. It checks documents, pins them for a submission and finds them by file name. */
@NullMarked
package io.zizhi.qualification.peer.document;

import org.jspecify.annotations.NullMarked;
