"""What the admin's scripts are told of images."""

from wagtail import hooks
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet


class ImagesEndpoint(ImagesAdminAPIViewSet):
    """Wagtail's own would tell the address of the original, which has none; its thumbnail is told."""

    meta_fields = [name for name in ImagesAdminAPIViewSet.meta_fields if name != "download_url"]


@hooks.register("construct_admin_api", order=100)
def images_without_originals(router) -> None:
    router.register_endpoint("images", ImagesEndpoint)
