/// Writes tables as Parquet files: one row group, one page a column, plain values, gzip.
///
/// Source: Apache Parquet format specification 2.x (file layout, encodings PLAIN and RLE, Thrift compact protocol).
/// What inventory reports need and no more.
@NullMarked
package dev.rockpool.objectstore.parquet;

import org.jspecify.annotations.NullMarked;
