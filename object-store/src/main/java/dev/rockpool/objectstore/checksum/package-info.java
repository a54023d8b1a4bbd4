/// Checksums that the platform's library lacks.
///
/// Source of the parameters: the catalogue of parametrised CRC algorithms (CRC-64/NVME, CRC-32/ISO-HDLC,
/// CRC-32/ISCSI), with the check value of each for the nine digits.
@NullMarked
package dev.rockpool.objectstore.checksum;

import org.jspecify.annotations.NullMarked;
