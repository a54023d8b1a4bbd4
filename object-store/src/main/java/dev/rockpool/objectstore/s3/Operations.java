package dev.rockpool.objectstore.s3;

import java.io.IOException;

/// Gives each operation to the class of its family.
final class Operations {
    private final Buckets buckets = new Buckets();
    private final Listings listings = new Listings();
    private final ObjectReads reads = new ObjectReads();
    private final ObjectWrites writes = new ObjectWrites();
    private final ObjectDeletes deletes = new ObjectDeletes();
    private final ObjectProperties properties = new ObjectProperties();
    private final MultipartUploads uploads = new MultipartUploads();
    private final BucketAccess access = new BucketAccess();
    private final BucketRules rules = new BucketRules();
    private final BucketDocuments documents = new BucketDocuments();
    private final BucketReports reports = new BucketReports();
    private final BrowserUploads forms = new BrowserUploads();

    void perform(S3Request request) throws IOException {
        switch (request.operation) {
            case ListBuckets -> buckets.list(request);
            case CreateBucket -> buckets.create(request);
            case HeadBucket -> buckets.head(request);
            case DeleteBucket -> buckets.delete(request);
            case GetBucketLocation -> buckets.location(request);

            case ListObjects -> listings.objects(request);
            case ListObjectsV2 -> listings.objectsV2(request);
            case ListObjectVersions -> listings.versions(request);
            case ListMultipartUploads -> listings.uploads(request);

            case GetObject -> reads.get(request);
            case HeadObject -> reads.head(request);
            case GetObjectAttributes -> reads.attributes(request);
            case PutObject -> writes.put(request);
            case DeleteObject -> deletes.one(request);
            case DeleteObjects -> deletes.several(request);
            case BrowserUpload, BrowserUploadToKey -> forms.post(request);

            case GetObjectAcl -> properties.getAcl(request);
            case PutObjectAcl -> properties.putAcl(request);
            case GetObjectTagging -> properties.getTagging(request);
            case PutObjectTagging -> properties.putTagging(request);
            case DeleteObjectTagging -> properties.deleteTagging(request);
            case GetObjectRetention -> properties.getRetention(request);
            case PutObjectRetention -> properties.putRetention(request);
            case GetObjectLegalHold -> properties.getLegalHold(request);
            case PutObjectLegalHold -> properties.putLegalHold(request);
            case RestoreObject -> properties.restore(request);

            case CreateMultipartUpload -> uploads.create(request);
            case UploadPart -> uploads.part(request);
            case CompleteMultipartUpload -> uploads.complete(request);
            case AbortMultipartUpload -> uploads.abort(request);
            case ListParts -> uploads.parts(request);

            case GetBucketAcl -> access.getAcl(request);
            case PutBucketAcl -> access.putAcl(request);
            case GetBucketPolicy -> access.getPolicy(request);
            case PutBucketPolicy -> access.putPolicy(request);
            case DeleteBucketPolicy -> access.deletePolicy(request);
            case GetBucketPolicyStatus -> access.policyStatus(request);
            case GetPublicAccessBlock -> access.getBlock(request);
            case PutPublicAccessBlock -> access.putBlock(request);
            case DeletePublicAccessBlock -> access.deleteBlock(request);
            case GetBucketOwnershipControls -> access.getOwnership(request);
            case PutBucketOwnershipControls -> access.putOwnership(request);
            case DeleteBucketOwnershipControls -> access.deleteOwnership(request);

            case GetBucketVersioning -> rules.getVersioning(request);
            case PutBucketVersioning -> rules.putVersioning(request);
            case GetBucketLifecycleConfiguration -> rules.getLifecycle(request);
            case PutBucketLifecycleConfiguration -> rules.putLifecycle(request);
            case DeleteBucketLifecycle -> rules.deleteLifecycle(request);
            case GetBucketEncryption -> rules.getEncryption(request);
            case PutBucketEncryption -> rules.putEncryption(request);
            case DeleteBucketEncryption -> rules.deleteEncryption(request);
            case GetObjectLockConfiguration -> rules.getObjectLock(request);
            case PutObjectLockConfiguration -> rules.putObjectLock(request);
            case GetBucketLogging -> rules.getLogging(request);
            case PutBucketLogging -> rules.putLogging(request);

            case GetBucketCors -> documents.getCors(request);
            case PutBucketCors -> documents.putCors(request);
            case DeleteBucketCors -> documents.deleteCors(request);
            case GetBucketWebsite -> documents.getWebsite(request);
            case PutBucketWebsite -> documents.putWebsite(request);
            case DeleteBucketWebsite -> documents.deleteWebsite(request);
            case GetBucketTagging -> documents.getTagging(request);
            case PutBucketTagging -> documents.putTagging(request);
            case DeleteBucketTagging -> documents.deleteTagging(request);
            case GetBucketNotificationConfiguration -> documents.getNotification(request);
            case PutBucketNotificationConfiguration -> documents.putNotification(request);
            case GetBucketAccelerateConfiguration -> documents.getAccelerate(request);
            case PutBucketAccelerateConfiguration -> documents.putAccelerate(request);
            case GetBucketRequestPayment -> documents.getRequestPayment(request);
            case PutBucketRequestPayment -> documents.putRequestPayment(request);
            case GetBucketReplication -> documents.getReplication(request);
            case PutBucketReplication -> documents.putReplication(request);
            case DeleteBucketReplication -> documents.deleteReplication(request);

            case GetBucketInventoryConfiguration -> reports.getInventory(request);
            case PutBucketInventoryConfiguration -> reports.putInventory(request);
            case DeleteBucketInventoryConfiguration -> reports.deleteInventory(request);
            case GetBucketAnalyticsConfiguration -> reports.getAnalytics(request);
            case PutBucketAnalyticsConfiguration -> reports.putAnalytics(request);
            case DeleteBucketAnalyticsConfiguration -> reports.deleteAnalytics(request);
            case GetBucketIntelligentTieringConfiguration -> reports.getTiering(request);
            case PutBucketIntelligentTieringConfiguration -> reports.putTiering(request);
            case DeleteBucketIntelligentTieringConfiguration -> reports.deleteTiering(request);
            case GetBucketMetricsConfiguration -> reports.getMetrics(request);
            case PutBucketMetricsConfiguration -> reports.putMetrics(request);
            case DeleteBucketMetricsConfiguration -> reports.deleteMetrics(request);
        }
    }
}
