"""Settings of an S3-compatible object store."""

from typing import Any

import environ


def s3_storage(env: environ.Env, bucket: str) -> dict[str, Any]:
    """Describe a private bucket whose files are reached by signed, short-lived addresses only."""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default=None),
            "region_name": env.str("S3_REGION", default=None),
            "access_key": env.str("S3_ACCESS_KEY", default=None),
            "secret_key": env.str("S3_SECRET_KEY", default=None),
            # Stores other than Amazon's know this way of signing only.
            "signature_version": "s3v4",
            "default_acl": "private",
            "querystring_auth": True,
            "querystring_expire": 300,
            "file_overwrite": False,
        },
    }
