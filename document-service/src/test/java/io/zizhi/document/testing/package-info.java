/** What the component tests of document-service share: a client, a review-service that obeys, a cable that can be cut. */
@NullMarked
package io.zizhi.document.testing;

import org.jspecify.annotations.NullMarked;
